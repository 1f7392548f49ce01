import { arn, type Simulations, uuid } from "./simulation";

export const backup: Simulations = {
  "aws:backup/vault:Vault": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "backup", `backup-vault:${name}`), recoveryPoints: 0 } };
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": (request) => ({
    id: request.inputs.backupVaultName,
    outputs: { backupVaultArn: arn(request, "backup", `backup-vault:${request.inputs.backupVaultName}`) },
  }),
  "aws:backup/vaultPolicy:VaultPolicy": (request) => ({
    id: request.inputs.backupVaultName,
    outputs: { backupVaultArn: arn(request, "backup", `backup-vault:${request.inputs.backupVaultName}`) },
  }),
  "aws:backup/plan:Plan": (request) => {
    const id = uuid(request);
    const name: string = request.inputs.name ?? request.autoname;
    return { id, outputs: { name, arn: arn(request, "backup", `backup-plan:${id}`), version: request.hex(48) } };
  },
  "aws:backup/selection:Selection": (request) => ({
    id: uuid(request),
    outputs: { name: request.inputs.name ?? request.autoname },
  }),
};
