"""Words are found by the letters of a keyboard here, however wide or joined they stand in a text: all is indexed anew."""

STATEMENTS = ("INSERT INTO unindexed SELECT entity, id FROM indexed WHERE true ON CONFLICT DO NOTHING",)
