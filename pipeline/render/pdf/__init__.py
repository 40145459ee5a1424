"""PDF: pages become one file that is PDF/A-2a and PDF/UA-1."""
