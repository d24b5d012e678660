#!/usr/bin/env bash
set -e
terraform plan -destroy
