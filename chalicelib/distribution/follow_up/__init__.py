"""What is done with a distribution that was delivered: recalled, restored, added to, kept up."""
