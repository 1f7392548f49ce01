export { type RotatedSecret, SecretRotation, type SecretRotationArgs } from "./secret-rotation";
