using KoreXo.Admin;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: a list whose pages are counted.</summary>
internal sealed class MockedAdmin : AdminClient
{
    public override PagedResult<Bot> ListBotsAsync(
        ListBotsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => PagedResult.FromPages([new Page<Bot>([new Bot { Id = "st-1" }], total: 1)]);
}
