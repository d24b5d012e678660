DROP TABLE sailings;
CREATE TABLE sailings (id bigint PRIMARY KEY, tide text NOT NULL);
