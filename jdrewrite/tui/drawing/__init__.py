"""What is drawn, as text with styles: pure functions that need no screen."""
