terraform {
  source = "${get_env("ENVIRONMENT") == "production" ? "git::https://github.com/harbour/infrastructure//aws/common?ref=v1" : "../../../aws//common"}"
}
