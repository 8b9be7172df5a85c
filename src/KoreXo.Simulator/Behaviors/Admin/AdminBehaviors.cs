namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>The operations on the account: users, groups, roles, bots, customer data, audit log.</summary>
internal static class AdminBehaviors
{
    public static IEnumerable<IOperationFamily> All(PlatformState platform) =>
        [
            new BotListOperations(platform),
            new RoleOperations(platform),
            new RoleAssignmentOperations(platform),
            new GroupOperations(platform),
            new UserChangeOperations(platform),
            new UserRemovalOperations(platform),
            new UserInformationOperations(platform),
            new UserAccessOperations(platform),
            new CustomerErasureOperations(platform),
            new AuditLogOperations(platform),
        ];
}
