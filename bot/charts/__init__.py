"""Figures as charts, as a table and as a page. Pure: text in, text out."""
