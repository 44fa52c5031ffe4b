"""What is answered: codes and values, no layout."""
