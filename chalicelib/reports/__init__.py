"""Papers: the finished report of a process, its printable template, and the charts of its mail."""
