"""A site that shows all content to youth workers and reviewers: plain files, no server."""
