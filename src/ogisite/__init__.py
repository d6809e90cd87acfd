"""OGI as a site: organs handle applications, publish, report; citizens apply and search.

It stores facts and asks the library `ogi` for everything that follows from them.
"""
