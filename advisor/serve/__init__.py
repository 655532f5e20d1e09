"""The page for use beyond one's own machine: strict headers, bounds, nothing kept."""
