"""A county that does not exist (演示县): organs, people, cases, for trying things."""
