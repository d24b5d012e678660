/** Paths whose opening gives the machine, or every other project, away. */
export const wideOpen =
  /^(?:~|\/|\$HOME|\$\{HOME\}|\/home|\/Users|\/root|\/home\/[^/]+|\/Users\/[^/]+)\/?$|(?:docker|podman|containerd)\.sock$|^\/(?:var\/)?run\/?$/;
