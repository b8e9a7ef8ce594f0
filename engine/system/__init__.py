"""What differs from one operating system to another. Every call that some system lacks is made in here."""
