/** Programs and images that carry files to other machines, as commands and compose or pod files name them. */
const carriers =
  /rclone|restic|borg|duplicat|duplicity|kopia|s3cmd|s5cmd|awscli|aws-cli|aws s3|gsutil|gcloud storage|google-cloud-cli|google\/cloud-sdk|minio\/mc|azcopy|az storage|azure-cli|s3sync/;

/** Whether the image and the command of a container show that it takes files away. */
export function isCarrier(imageAndCommand: string): boolean {
  return carriers.test(imageAndCommand);
}
