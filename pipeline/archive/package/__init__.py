"""The e-archive package: FGS Paketstruktur 2.0, which is E-ARK CSIP 2.1.0 and SIP 2.1.0, with ERMS and PREMIS."""
