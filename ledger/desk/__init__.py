"""The editor's desk: a local web page that marks the figures of a draft, looks figures up and copies their sources.

Starlette and uvicorn are the extra `desk`; only `serve` imports them, when it is asked to.
"""
