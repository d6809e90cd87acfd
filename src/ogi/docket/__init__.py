"""The docket (案卷): how a case stands on a day, and what is open then, from its ledger."""
