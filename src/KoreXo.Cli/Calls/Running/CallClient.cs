using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Running;

/// <summary>The client of a document: what an emitted client derives from, without methods of its own.</summary>
internal sealed class CallClient(ApiConnection connection, ApiDescription api) : ApiClient(connection, api, ownsConnection: true)
{
    public new ApiConnection Connection => base.Connection;
}
