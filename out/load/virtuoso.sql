-- Virtuoso: run by isql; the folder must be in DirsAllowed of virtuoso.ini
-- SPARQL at http://localhost:8890/sparql, default graph https://www.labacces.fr/id/dataset
ld_dir('..', 'labacces.nt', 'https://www.labacces.fr/id/dataset');
rdf_loader_run();
checkpoint;
