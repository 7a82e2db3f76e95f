"""Prediction API for the retail price sensitivity model."""
