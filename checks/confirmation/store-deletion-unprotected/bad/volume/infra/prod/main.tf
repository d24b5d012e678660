resource "hcloud_volume" "tickets" {
  name     = "tickets"
  size     = 50
  location = "fsn1"
}
