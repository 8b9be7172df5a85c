using KoreXo;
using KoreXo.Admin;
using KoreXo.Samples;

namespace UserAdmin;

/// <summary>
/// Brings an account in line with a file of users: missing users are created, and roles are assigned. Whatever is already correct stays
/// unchanged, so an interrupted run can simply be started again.
/// </summary>
internal sealed class Administration(AdminClient admin, AdminSettings settings, TimeProvider clock, CancellationToken cancellationToken)
{
    // The platform lists no more than these, and has no second page.
    private const int MostRoles = 50;

    private int _failures;

    /// <summary>Runs all steps.</summary>
    /// <returns>The number of lines and users that failed.</returns>
    public async Task<int> RunAsync()
    {
        var (users, errors) = WantedUser.Read(settings.Users);
        errors.ForEach(Fail);
        var roles = await RolesAsync();
        foreach (var user in users.Where(user => user.Role.Length > 0 && !roles.ContainsKey(user.Role)).ToList())
        {
            Fail($"{user.Email}: there is no role '{user.Role}'");
            users.Remove(user);
        }

        var there = await ThereAsync(users);
        var missing = users.FindAll(user => !there.Contains(user.Email));
        foreach (var user in users)
        {
            var role = user.Role.Length == 0 ? "" : $", role {user.Role}";
            Console.WriteLine(
                $"  {user.Email}: {(there.Contains(user.Email) ? "exists" : settings.IsDryRun ? "would be created" : "to be created")}{role}"
            );
        }

        if (!settings.IsDryRun)
        {
            // One user without an account would have the whole assignment rejected.
            var rejected = await CreateAsync(missing);
            await AssignAsync(users.FindAll(user => !rejected.Contains(user.Email)), roles);
            await EraseAsync();
            await ShowAuditLogAsync();
        }

        return _failures;
    }

    private void Fail(string text)
    {
        _failures++;
        Console.WriteLine($"  failed: {text}");
    }

    private async Task<Dictionary<string, string>> RolesAsync()
    {
        var list = await Steps.RunAsync(
            "get roles",
            _ => admin.GetRolesAsync(RoleType.Bot, new GetRolesOptions { Limit = MostRoles }, cancellationToken: cancellationToken)
        );
        if (list.MoreAvailable == true)
        {
            Console.WriteLine($"  the account has {list.Total} roles, but the platform lists only {list.Roles.Count}");
        }

        return list
            .Roles.Where(static role => role.Id is not null)
            .ToDictionary(static role => role.Role, static role => role.Id!, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<HashSet<string>> ThereAsync(List<WantedUser> users)
    {
        var known = await Steps.RunAsync(
            "look up users",
            _ =>
                admin.GetUsersAsync(
                    new GetUsersRequest { EmailIds = [.. users.Select(static user => user.Email)], Status = UserStatusFilter.All },
                    cancellationToken: cancellationToken
                )
        );

        // The response also includes users who are not in the account, with the reason.
        return known
            .Where(static user => user.UserInfo.Reason is null)
            .Select(static user => user.UserInfo.EmailId ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The users that the platform rejected.</returns>
    private async Task<HashSet<string>> CreateAsync(List<WantedUser> missing)
    {
        var rejected = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (missing.Count == 0)
        {
            return rejected;
        }

        var result = await Steps.RunAsync(
            "create users",
            _ =>
                admin.CreateUsersAsync(
                    new CreateUsersRequest
                    {
                        Users =
                        [
                            .. missing.Select(static user => new NewUser
                            {
                                UserInfo = new NewUserInfo
                                {
                                    EmailId = user.Email,
                                    FirstName = user.FirstName,
                                    LastName = user.LastName,
                                },
                            }),
                        ],
                    },
                    cancellationToken: cancellationToken
                )
        );
        Console.WriteLine($"  {result.Message}");

        // The call as a whole succeeds even if some users failed.
        foreach (var outcome in result.FailedUserDetails.Select(static detail => detail.UserInfo))
        {
            if (outcome.Reason is { } reason)
            {
                Fail($"{outcome.EmailId}: {string.Join("; ", reason.Errors.Select(static error => error.Message))}");
                rejected.Add(outcome.EmailId ?? "");
            }
            else
            {
                Console.WriteLine($"  {outcome.EmailId}: {outcome.Status}");
            }
        }

        return rejected;
    }

    private async Task AssignAsync(List<WantedUser> users, Dictionary<string, string> roles)
    {
        var assignments = users
            .Where(static user => user.Role.Length > 0)
            .GroupBy(user => roles[user.Role], static user => user.Email, StringComparer.Ordinal)
            .Select(group => new BotRoleAssignment
            {
                BotId = settings.BotId,
                RoleId = group.Key,
                AddUsers = [.. group],
            })
            .ToList();
        if (assignments.Count == 0)
        {
            return;
        }

        var results = await Steps.RunAsync(
            "assign roles",
            _ => admin.AssignBotRolesAsync(assignments, cancellationToken: cancellationToken)
        );
        for (var index = 0; index < assignments.Count; index++)
        {
            Console.WriteLine(
                $"  role {assignments[index].RoleId} for {string.Join(", ", assignments[index].AddUsers)}: {(index < results.Count ? results[index].Status : "no response")}"
            );
        }
    }

    private async Task EraseAsync()
    {
        if (settings.Erase is not { } userId)
        {
            return;
        }

        var done = await Steps.RunAsync(
            "erase customer data",
            async show =>
            {
                var job = await admin.StartCustomerDataDeletionAsync(
                    new DeleteCustomerDataRequest { UserIds = [userId], BotIds = [settings.BotId] },
                    cancellationToken: cancellationToken
                );
                show($"requested; resume token: {job.ResumeToken}");
                var polling = settings.Endpoint is null
                    ? new JobPolling { InitialDelay = TimeSpan.FromMilliseconds(50) }
                    : new JobPolling();
                return await job.WaitAsync(
                    polling,
                    new ProgressText<JobProgress>(show, static seen => seen.State ?? "waiting"),
                    cancellationToken
                );
            }
        );
        foreach (var outcome in done.Outcomes)
        {
            Console.WriteLine($"  {outcome.UserId}: {outcome.Status}");
        }
    }

    private async Task ShowAuditLogAsync()
    {
        var now = clock.GetUtcNow();
        await Steps.RunAsync(
            "audit log of today",
            async _ =>
            {
                var shown = 0;
                await foreach (
                    var entry in admin.ListAdminConsoleAuditLogsAsync(
                        now.AddDays(-1),
                        now.AddMinutes(5),
                        cancellationToken: cancellationToken
                    )
                )
                {
                    Console.WriteLine($"  {entry.Time:u} {entry.Category}: {entry.Description}");
                    if (++shown == 10)
                    {
                        break;
                    }
                }

                return shown;
            }
        );
    }
}
