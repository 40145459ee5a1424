"""Archive: outputs are written to a temporary place, verified, then moved."""
