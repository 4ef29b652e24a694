"""From annotations to measures."""
