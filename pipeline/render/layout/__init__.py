"""Layout: the layout tree becomes pages of lines, by Word's rules."""
