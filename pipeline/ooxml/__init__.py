"""The OOXML package: parts, relationships and limits, shared by the stages that read or write Word files."""
