CREATE TABLE IF NOT EXISTS sailings (id bigint PRIMARY KEY, tide text NOT NULL);
