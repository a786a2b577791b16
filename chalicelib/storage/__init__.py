"""The table: keys, conditions, writes. The only DynamoDB code."""
