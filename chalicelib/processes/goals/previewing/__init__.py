"""What deciding a class goal would come to."""
