using System.Net;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>What holds for every operation of the documents.</summary>
public sealed class OperationTests : PlatformTest
{
    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string> Ids
    {
        get
        {
            var catalog = ApiCatalog.LoadAsync([], CancellationToken.None).GetAwaiter().GetResult();
            return [.. catalog.Operations.Select(operation => operation.Id)];
        }
    }

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind)));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_valid_request_is_answered_as_the_document_promises(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);

        var reply = await request.SendAsync(_callers.For(request.Operation));
        AnswerCheck.Success(request.Operation, reply);
        Assert.Equal(id, Platform.Requests[^1].OperationId);
        Assert.True(
            reply.Text.Length == 0
                || !reply.Headers["Content-Type"].Contains("json", StringComparison.Ordinal)
                || _scene.HasItems(id, reply.Json),
            reply.Text
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_alternative_serves_an_app_that_holds_it_and_no_other(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        foreach (var kind in Enum.GetValues<AppKind>())
        {
            var alternatives = request.Operation.Scopes!.Where(alternative => alternative.Credential == kind.Credential()).ToList();
            if (alternatives.Count == 0)
            {
                var refusal = (await request.SendAsync(As(Platform.AddAppWithAllScopes(kind)))).Refusal(HttpStatusCode.Forbidden);
                Assert.Contains("cannot be called with", refusal, StringComparison.Ordinal);
            }

            foreach (var alternative in alternatives)
            {
                foreach (var missing in alternative.Scopes)
                {
                    var others = alternative.Scopes.Where(scope => scope != missing);
                    var refusal = (await request.SendAsync(As(Platform.AddApp(kind, others)))).Refusal(HttpStatusCode.Forbidden);
                    Assert.Contains($"'{missing}'", refusal, StringComparison.Ordinal);
                }

                var scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
                var fresh = await scene.PlanAsync(id, _callers);
                AnswerCheck.Success(fresh.Operation, await fresh.SendAsync(As(Platform.AddApp(kind, alternative.Scopes))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_request_without_a_required_part_is_refused(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        var caller = _callers.For(request.Operation);
        foreach (
            var parameter in request.Operation.Parameters.Where(parameter =>
                parameter.Required && parameter.Place != ParameterLocation.Path
            )
        )
        {
            request.Parameters.Remove((parameter.Place, parameter.Name), out var value);
            Assert.Contains(
                $"'{parameter.Name}' is missing",
                (await request.SendAsync(caller)).Refusal(HttpStatusCode.BadRequest),
                StringComparison.Ordinal
            );
            request.Parameters[(parameter.Place, parameter.Name)] = value!;
        }

        if (request.Operation.Body is { Required: true })
        {
            request.Body = JsonValue.Create(7);
            if (!request.Operation.Body.Schemas.ContainsKey("multipart/form-data"))
            {
                (await request.SendAsync(caller)).Refusal(HttpStatusCode.BadRequest);
            }

            request.Body = null;
            Assert.Contains(
                "The body is missing",
                (await request.SendAsync(caller)).Refusal(HttpStatusCode.BadRequest),
                StringComparison.Ordinal
            );
        }
    }
}
