-- Virtuoso: run by isql; the folder must be in DirsAllowed of virtuoso.ini
-- SPARQL at http://localhost:8890/sparql, default graph https://www.labacces.fr/id/dataset
-- The texts of the graph go into an index of words.
DB.DBA.RDF_OBJ_FT_RULE_ADD ('https://www.labacces.fr/id/dataset', null, 'moisson');
ld_dir('..', 'labacces.nt', 'https://www.labacces.fr/id/dataset');
rdf_loader_run();
DB.DBA.VT_INC_INDEX_DB_DBA_RDF_OBJ ();
checkpoint;
