using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Output;
using KoreXo.Cli.Calls.Requests;
using KoreXo.Cli.Outcomes;
using KoreXo.Generator.Model;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Sends one call, and writes its result.</summary>
/// <param name="operation">The operation.</param>
/// <param name="settings">The options of the call.</param>
/// <param name="output">Receives the result.</param>
/// <param name="remarks">Receives everything else.</param>
internal sealed class CallRun(CallOperation operation, CallSettings settings, TextWriter output, TextWriter remarks)
{
    private static readonly CallInput NoInput = new(new Dictionary<CallArgument, JsonNode?>(), null, null);

    private readonly CallDescriptors _descriptors = new(operation.Document.Context);

    /// <summary>Sends the call.</summary>
    /// <param name="input">The arguments; null to resume a job.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CallInput? input, CancellationToken cancellationToken)
    {
        CheckSettings();
        await using var session = await CallSession.OpenAsync(operation, _descriptors, settings, remarks, cancellationToken);
        try
        {
            await SendAsync(session.Client, input ?? NoInput, cancellationToken);
            return ExitCodes.Success;
        }
        catch (KoreXoException failure)
        {
            await remarks.WriteAsync(CallFailure.Describe(failure, operation, _descriptors.Api, session.Manifest));
            return CallFailure.ExitCode(failure);
        }
        catch (ArgumentException error)
        {
            // A value that cannot be part of an address, or a token of another operation.
            throw new CommandException(OptionError.Text(error), error);
        }
    }

    private void CheckSettings()
    {
        var model = operation.Model;
        if (settings.Out is not null && model.Paging is not null && model.Job is null)
        {
            throw new CommandException("--out is for downloads, and this operation returns a list; redirect standard output instead.");
        }

        if (model.Result.IsBinary && model.Job is null && settings.Out is null)
        {
            throw new CommandException("This operation returns a file; use --out PATH.");
        }

        if (settings.Link is not null && settings.Out is null)
        {
            throw new CommandException("--link is for --out; add --out PATH.");
        }

        if (settings.NoWait && (settings.Out is not null || settings.Wait is not null))
        {
            throw new CommandException(
                $"--no-wait and {(settings.Wait is null ? "--out" : "--wait")} cannot be combined: the job is not awaited."
            );
        }
    }

    private Task SendAsync(CallClient client, CallInput input, CancellationToken cancellationToken)
    {
        var model = operation.Model;
        if (model.Job is { } job)
        {
            return RunJobAsync(client, job, input, cancellationToken);
        }

        var request = Request(input);
        return model switch
        {
            { Paging: { } paging } => ListAsync(client, request, paging, input, cancellationToken),
            { Result.IsBinary: true } => DownloadAsync(client, request, cancellationToken),
            { Result.Stream: { } format } => StreamAsync(client, request, Enum.Parse<StreamFormat>(format.ToString()), cancellationToken),
            _ => CallAsync(client, request, cancellationToken),
        };
    }

    private OperationRequest Request(CallInput input) =>
        CallRequest.Create(
            operation.Model,
            _descriptors.Of(operation.Model),
            input,
            CallBody.Create(operation.Model, input, operation.Document.Context)
        );

    private async Task CallAsync(CallClient client, OperationRequest request, CancellationToken cancellationToken)
    {
        var result = operation.Model.Result;
        if (result is { Type: null, IsLocation: false })
        {
            await client.Connection.SendAsync(request, call: null, cancellationToken);
            return;
        }

        var value =
            result.IsLocation ? ToElement((await client.Connection.SendForLocationAsync(request, null, cancellationToken)).AbsoluteUri)
            : result.IsText ? ToElement(await client.Connection.SendAnyAsync(request, Codecs.Text, null, cancellationToken))
            : result.MayBeEmpty ? await client.Connection.SendAnyAsync(request, Codecs.Element, null, cancellationToken)
            : await client.Connection.SendAsync(request, Codecs.Element, null, cancellationToken);
        await WriteAsync(client, value, result.Type, cancellationToken);
    }

    private async Task ListAsync(
        CallClient client,
        OperationRequest request,
        PagingModel paging,
        CallInput input,
        CancellationToken cancellationToken
    )
    {
        var (descriptor, start) = (CallDescriptors.Of(paging), CallRequest.Start(operation.Model, paging, input));
        var pages =
            paging.Items == "*"
                ? Pages(
                    client.Connection.List(
                        request,
                        descriptor,
                        new KeyedCodec<JsonElement>(Codecs.Element),
                        start,
                        null,
                        cancellationToken
                    ),
                    Pair
                )
                : Pages(client.Connection.List(request, descriptor, Codecs.Element, start, null, cancellationToken), static item => item);
        var writer = Writer(paging.ItemType is TypeRef.Pair ? null : paging.ItemType);
        var (items, count, more) = (0L, 0, (string?)null);
        try
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                if (count == 0)
                {
                    // Not before: a call that fails must leave no half of an array.
                    await writer.BeginAsync(cancellationToken);
                }

                await writer.WriteItemsAsync(page.Items, cancellationToken);
                await output.FlushAsync(cancellationToken);
                (items, count, more) = (items + page.Items.Count, count + 1, page.Continuation);
                if (!settings.PageAll)
                {
                    break;
                }
            }
        }
        catch (Exception end) when (count > 0 && end is KoreXoException or OperationCanceledException)
        {
            await remarks.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Incomplete: {items} item{(items == 1 ? " was" : "s were")} written. Continue with --continue {more}"
                )
            );
            throw;
        }

        if (count > 0)
        {
            await writer.EndAsync(cancellationToken);
        }

        await remarks.WriteLineAsync(
            more is null
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{items} item{(items == 1 ? "" : "s")} in {count} page{(count == 1 ? "" : "s")}."
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{items} item{(items == 1 ? "" : "s")}; there are more. Use --page-all for all of them, or continue with --continue {more}"
                )
        );
    }

    private async IAsyncEnumerable<(IReadOnlyList<JsonElement> Items, string? Continuation)> Pages<T>(
        PagedResult<T> list,
        Func<T, JsonElement> read
    )
    {
        await foreach (var page in list.AsPages(settings.Continue))
        {
            yield return ([.. page.Items.Select(read)], page.Continuation);
        }
    }

    private static JsonElement Pair(KeyValuePair<string, JsonElement> item) =>
        CallInput.ToElement(new JsonObject { ["key"] = item.Key, ["value"] = JsonNode.Parse(item.Value.GetRawText()) });

    private async Task RunJobAsync(CallClient client, JobModel model, CallInput input, CancellationToken cancellationToken)
    {
        var descriptor = _descriptors.Of(operation.Model, model);
        var job = settings.Resume is { } token
            ? client.Connection.ResumeJob(descriptor, token)
            : await client.Connection.StartJobAsync(
                Request(input),
                descriptor,
                CallRequest.JobValues(operation.Model, model, input),
                call: null,
                cancellationToken
            );
        if (settings.NoWait)
        {
            await output.WriteLineAsync(job.ResumeToken);
            return;
        }

        try
        {
            var polling = settings.Wait is { } wait ? new JobPolling { Timeout = wait } : null;
            var status = await job.WaitAsync(polling, new JobProgressText(remarks), cancellationToken);
            await WriteAsync(client, status, model.StatusType, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await remarks.WriteLineAsync(
                $"Interrupted; the job continues. Wait for it with: {operation.Command} --resume {job.ResumeToken}"
            );
            throw;
        }
    }

    private async Task DownloadAsync(CallClient client, OperationRequest request, CancellationToken cancellationToken)
    {
        await using var response = await client.Connection.SendBinaryAsync(request, call: null, cancellationToken);
        await ResultDownload.SaveAsync(response.Content, settings.Out!, remarks, cancellationToken);
    }

    private async Task StreamAsync(CallClient client, OperationRequest request, StreamFormat format, CancellationToken cancellationToken)
    {
        var items =
            format == StreamFormat.Events && operation.Model.Result.Content is TypeRef.Scalar { Kind: ScalarKind.String }
                ? Texts(client.Connection.Stream(request, format, Codecs.Text, null, cancellationToken))
                : client.Connection.Stream(request, format, Codecs.Element, null, cancellationToken);
        var (writer, hasBegun) = (Writer(operation.Model.Result.Type), false);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (!hasBegun)
            {
                // No earlier: a rejected call must not leave half an array behind.
                await writer.BeginAsync(cancellationToken);
                hasBegun = true;
            }

            await writer.WriteItemsAsync([item], cancellationToken);
        }

        if (!hasBegun)
        {
            await writer.BeginAsync(cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<JsonElement> Texts(IAsyncEnumerable<string> items)
    {
        await foreach (var item in items)
        {
            yield return ToElement(item);
        }
    }

    private async Task WriteAsync(CallClient client, JsonElement result, TypeRef? type, CancellationToken cancellationToken)
    {
        if (result.ValueKind != JsonValueKind.Undefined)
        {
            await Writer(type).WriteAsync(result, cancellationToken);
        }

        if (settings.Out is { } path)
        {
            await new ResultDownload(client, remarks).FollowAsync(result, settings.Link, path, cancellationToken);
        }
    }

    private ResultWriter Writer(TypeRef? type)
    {
        var item = type is TypeRef.Nullable or TypeRef.List ? type.Element : type;
        var columns = ArgumentList.MembersOf(item, operation.Document.Context).Select(static member => member.WireName);
        return ResultWriter.Create(settings.Format, output, remarks, [.. columns.Distinct(StringComparer.Ordinal)]);
    }

    private static JsonElement ToElement(string? text) => text is null ? default : CallInput.ToElement(JsonValue.Create(text));
}
