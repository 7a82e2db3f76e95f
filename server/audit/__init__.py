"""Asks whether what is locked has known vulnerabilities."""
