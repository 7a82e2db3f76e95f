"""Makes, measures and exports the retail price sensitivity model."""
