"""Floor 3: framework files, inspection documents and tables of judgements, in and out."""
