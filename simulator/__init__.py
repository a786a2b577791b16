"""A small AWS in memory: linearizable, deterministic, and able to fail at any call.

The objects here stand where boto3's low-level clients stand. They are not mocks of Plumbline: they
know nothing of it. Requests are validated against botocore's own service models, and refusals are
botocore's own exceptions, so code under test cannot tell the difference by looking.
"""
