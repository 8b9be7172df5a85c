using KoreXo.Generator.Tests.Calls;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Runtime.Tests;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>What is only received is not sent back, and an update can clear a member.</summary>
public sealed class DirectionTests
{
    private const string Tasks = """
        openapi: 3.1.0
        info: { title: Tasks, version: "1" }
        paths:
          /tasks/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getTask, responses: { "200": { description: A task., content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } } } }
            put: { operationId: putTask, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } }, responses: { "204": { description: Done. } } }
            patch: { operationId: patchTask, requestBody: { required: true, content: { application/merge-patch+json: { schema: { $ref: "#/components/schemas/TaskPatch" } } } }, responses: { "204": { description: Done. } } }
          /notes:
            get: { operationId: getNote, responses: { "200": { description: A note., content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } } }
            patch: { operationId: patchNote, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, responses: { "204": { description: Done. } } }
          /raw:
            patch: { operationId: patchRaw, requestBody: { required: true, content: { application/json-patch+json: { schema: { type: array, items: { type: object, required: [op], properties: { op: { type: string }, from: { type: [string, "null"] } } } } } } }, responses: { "204": { description: Done. } } }
        components:
          schemas:
            Task:
              type: object
              required: [id, title, parent, owner]
              properties:
                id: { type: string, readOnly: true }
                title: { type: string }
                parent: { type: [string, "null"] }
                created: { $ref: "#/components/schemas/Moment" }
                owner: { $ref: "#/components/schemas/Person" }
            Person: { type: object, properties: { name: { type: string }, badge: { type: integer, readOnly: true } } }
            Moment: { type: string, format: date-time, readOnly: true }
            TaskPatch:
              type: object
              properties:
                title: { type: string }
                due: { type: [string, "null"], format: date }
                assignee: { type: [string, "null"] }
                points: { type: [integer, "null"] }
                tags: { type: [array, "null"], items: { type: string } }
                place: { $ref: "#/components/schemas/PlacePatch" }
            PlacePatch: { type: object, properties: { city: { type: [string, "null"] } } }
            Note: { type: object, properties: { text: { type: [string, "null"] }, labels: { type: [array, "null"], items: { type: string } }, version: { type: integer } } }
        """;

    private const string Received =
        """{"id":"7","title":"t","parent":null,"created":"2026-01-02T03:04:05Z","owner":{"name":"Ann","badge":5}}""";

    [Fact]
    public async Task What_only_the_server_sets_is_read_and_not_sent_back()
    {
        var (id, requests) = await new HttpSample(Tasks)
        {
            Answer = static (context, _) => LoopbackServer.WriteAsync(context, Received),
        }.RunAsync(
            "var task = await client.GetTaskAsync(\"7\"); await client.PutTaskAsync(\"7\", task); return task.Id + task.Owner.Badge;"
        );

        Assert.Equal("75", id);
        Assert.Equal("""{"title":"t","parent":null,"owner":{"name":"Ann"}}""", requests[1].Text);
    }

    [Fact]
    public async Task What_was_read_is_kept_whole_by_the_serializer() =>
        Assert.Equal(
            Received.Replace("05Z", "05+00:00", StringComparison.Ordinal),
            (
                await Sample.RunAsync(
                    Sample.Client(Tasks),
                    $"return Write(Read<Task>({Sample.Quote(Received)}));".Replace(
                        "<Task>",
                        "<global::Sample.Task>",
                        StringComparison.Ordinal
                    ),
                    new Testing.Http.RecordingHandler()
                )
            ).Replace("05Z", "05+00:00", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Title = \"t\"", """{"title":"t"}""")]
    [InlineData(
        "Due = null, Assignee = null, Points = null, Tags = new(null)",
        """{"due":null,"assignee":null,"points":null,"tags":null}"""
    )]
    [InlineData(
        "Due = new DateOnly(2026, 1, 2), Assignee = \"ann\", Points = 3, Tags = new([\"a\"])",
        """{"due":"2026-01-02","assignee":"ann","points":3,"tags":["a"]}"""
    )]
    [InlineData("Assignee = 1 > 2 ? \"ann\" : default(Optional<string?>)", "{}")]
    [InlineData("Place = new() { City = null }", """{"place":{"city":null}}""")]
    public async Task An_update_sends_what_is_set_and_null_where_it_clears(string members, string expected)
    {
        var request = await new HttpSample(Tasks).RequestAsync($"await client.PatchTaskAsync(\"7\", new TaskPatch {{ {members} }});");

        Assert.Equal(expected, request.Text);
        Assert.Equal("application/merge-patch+json", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_update_can_be_looked_at()
    {
        var (seen, _) = await new HttpSample(Tasks).RunAsync(
            "var patch = new TaskPatch { Due = null, Points = 3 }; return $\"{patch.Due} {patch.Points} {patch.Assignee.IsSet} {patch.Points.Value}\";"
        );

        Assert.Equal("null 3 False 3", seen);
    }

    [Theory]
    [InlineData("Text = null, Labels = null", """{"text":null,"labels":null}""")]
    [InlineData("Version = null", "{}")]
    [InlineData("Text = \"x\"", """{"text":"x"}""")]
    public async Task A_type_that_is_received_too_sends_null_where_it_is_assigned(string members, string expected)
    {
        var request = await new HttpSample(Tasks).RequestAsync($"await client.PatchNoteAsync(new Note {{ {members} }});");

        Assert.Equal(expected, request.Text);
    }

    [Fact]
    public async Task A_list_of_operations_is_no_update_of_members()
    {
        var request = await new HttpSample(Tasks).RequestAsync(
            "string? none = null; await client.PatchRawAsync([new() { Op = \"remove\", From = none }]);"
        );

        Assert.Equal("""[{"op":"remove"}]""", request.Text);
    }

    [Fact]
    public Task The_code_compiles_without_a_warning() => GeneratorVerifier.VerifyGeneratorAsync(Sample.Client(Tasks));
}
