"""Who entered and changed what on a result sheet, and when."""
