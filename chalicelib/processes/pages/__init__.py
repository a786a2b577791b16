"""The pages that a data team writes together (P7): no colleague's text is ever overwritten."""
