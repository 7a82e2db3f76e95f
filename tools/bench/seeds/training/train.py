"""Stands for the application of the original documents: only its size in the image counts here."""
