"""The clock (期限): due dates computed from what happened, with their derivation.

It knows no cases: it takes a history of days and intervals, and says what follows.
"""
