"""Windows metafiles (EMF, WMF) played into the shapes of a ``Graphic``, within bounds ([MS-EMF], [MS-WMF])."""
