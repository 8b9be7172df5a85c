using System.Buffers;
using System.Net;

namespace KoreXo.Runtime;

/// <summary>Follows a link to a file and writes the file as it comes. The credential goes to the platform's own host only.</summary>
internal sealed class FileDownload(CallSender sender, ClientSettings settings, ApiDescription api, CallOptions? call)
{
    private const int MostRedirections = 5;
    private const int BufferSize = 80 * 1024;

    private readonly Uri _endpoint = new(settings.Endpoint);

    /// <summary>Makes the link absolute.</summary>
    /// <exception cref="ArgumentException">Nothing can be fetched there, or anyone on the way could read it.</exception>
    public Uri Check(Uri link, string parameter)
    {
        var absolute = link.IsAbsoluteUri && !IsPath(link) ? link : new Uri(_endpoint, link.OriginalString);
        return IsSafe(absolute)
            ? absolute
            : throw new ArgumentException("The link must be an https address (plain http is for loopback hosts only).", parameter);
    }

    public async Task<long> ToStreamAsync(
        Uri link,
        Stream target,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        // What is in a stream that cannot seek stays there, so that the transfer cannot begin again.
        var start = target.CanSeek ? target.Position : -1;
        var at = link;
        for (var hop = 0; ; hop++)
        {
            var details = new ResponseDetails();
            try
            {
                return await FetchAsync(at, details, start, target, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (KoreXoException fault) when (hop < MostRedirections && Redirection(at, fault, details) is { } next)
            {
                at = next;
            }
            finally
            {
                call?.Details?.CopyFrom(details);
            }
        }
    }

    private async Task<long> FetchAsync(
        Uri at,
        ResponseDetails details,
        long start,
        Stream target,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var isOwn = Uri.Compare(at, _endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

        // A link may be a secret by itself: it is nowhere shown but for its host.
        var operation = new OperationDescriptor(api, "", HttpMethod.Get, $"//{at.Authority}/…")
        {
            Anonymous = !isOwn,
            Scopes = [],
            Idempotent = start >= 0,
        };
        var options = new CallOptions
        {
            Details = details,
            Credential = call?.Credential,
            Timeout = call?.Timeout,
            AttemptTimeout = call?.AttemptTimeout,
            MaxRetries = call?.MaxRetries,
            Headers = isOwn && call is not null ? call.Headers : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
        };
        var request = new OperationRequest(operation, "") { Link = Text(at) };
        return await sender.SendAsync(request, options, ReceiveAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<long> ReceiveAsync(CallState state, HttpResponseMessage response, CancellationToken attempt)
        {
            using (response)
            {
                if (start >= 0)
                {
                    target.SetLength(start);
                    target.Position = start;
                }

                return await CopyAsync(response.Content, target, progress, attempt).ConfigureAwait(false);
            }
        }
    }

    private static async Task<long> CopyAsync(
        HttpContent content,
        Stream target,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var total = content.Headers.ContentLength;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var source = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            long written = 0;
            while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                await WriteAsync(target, buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                written += read;
                progress?.Report(new TransferProgress(written, total));
            }

            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            return written;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            // A full disk is no fault of the network's, and asking the server again does not help.
            throw new InvalidOperationException($"The file cannot be written: {fault.Message}", fault);
        }
    }

    // As it was given, if it can be: a signature in a link may be over its very letters.
    private static string Text(Uri link) =>
        link.AbsolutePath.Length == 1
        || link.OriginalString.AsSpan().ContainsAnyExceptInRange('!', '~')
        || link.OriginalString.Contains('#', StringComparison.Ordinal)
            ? link.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : link.OriginalString;

    private static Uri? Redirection(Uri from, KoreXoException fault, ResponseDetails details)
    {
        var isRedirection =
            fault.Status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
        return
            isRedirection
            && details.Headers.TryGetValue("Location", out var places)
            && places is [var place, ..]
            && Uri.TryCreate(from, place, out var next)
            && IsSafe(next)
            ? next
            : null;
    }

    private static bool IsSafe(Uri link) => link.Scheme == Uri.UriSchemeHttps || (link.Scheme == Uri.UriSchemeHttp && link.IsLoopback);

    // A path is taken for the path of a file on this machine, where those begin with a slash too.
    private static bool IsPath(Uri link) => link.IsFile && link.OriginalString.StartsWith('/');
}
