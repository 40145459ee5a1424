"""The archive stage: a case's files, written all or nothing into its folder of results."""
