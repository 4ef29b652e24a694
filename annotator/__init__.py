"""Label mentions of poverty-alleviation programmes in Chinese newspaper pages."""

__version__ = "0.1.0"
