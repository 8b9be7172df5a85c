using System.Buffers;
using System.Globalization;
using System.Net;

namespace KoreXo.Runtime;

/// <summary>Downloads a file from a link, writing it as it arrives. The credential is only sent to the platform's own host.</summary>
internal sealed class FileDownload(CallSender sender, ClientSettings settings, ApiDescription api, CallOptions? call)
{
    private const int MostRedirections = 5;
    private const int BufferSize = 80 * 1024;

    private readonly Uri _endpoint = new(settings.Endpoint);

    /// <summary>Resolves and validates the link.</summary>
    /// <exception cref="ArgumentException">Nothing can be downloaded from it, or the transfer would not be encrypted.</exception>
    public Uri Check(Uri link, string parameter)
    {
        var absolute = link.IsAbsoluteUri && !IsPath(link) ? link : new Uri(_endpoint, link.OriginalString);
        return IsSafe(absolute)
            ? absolute
            : throw new ArgumentException("The link must be an https address (plain http is for loopback hosts only).", parameter);
    }

    public async Task<long> ToStreamAsync(
        Uri link,
        Stream stream,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var target = new DownloadTarget(stream);
        var at = link;
        for (var hop = 0; ; hop++)
        {
            var details = new ResponseDetails();
            try
            {
                return await FetchAsync(at, details, target, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (KoreXoException fault) when (hop < MostRedirections && Redirection(at, fault, details) is { } next)
            {
                at = next;
            }
            catch (UnwritableTargetException fault)
            {
                throw new InvalidOperationException($"The file cannot be written: {fault.Message}", fault.InnerException);
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
        DownloadTarget target,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var isOwn = Uri.Compare(at, _endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

        // A link may itself be a secret: only its host is ever shown.
        var operation = new OperationDescriptor(api, "", HttpMethod.Get, $"//{at.Authority}/…")
        {
            Anonymous = !isOwn,
            Scopes = [],
            Idempotent = target.CanRestart,
        };
        var options = new CallOptions
        {
            Details = details,
            Credential = call?.Credential,
            TotalTimeout = call?.TotalTimeout,
            AttemptTimeout = call?.AttemptTimeout,
            IdleTimeout = call?.IdleTimeout,
            MaxRetries = call?.MaxRetries,
            Headers = isOwn && call is not null ? call.Headers : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
        };
        var request = new OperationRequest(operation, "") { Link = Text(at) };
        return await sender.SendAsync(request, options, ReceiveAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<long> ReceiveAsync(CallState state, HttpResponseMessage response, CancellationToken attempt)
        {
            using (response)
            {
                Check(state, response);
                target.Restart();
                ContentDecoding.Apply(response);
                return await CopyAsync(state, response, target, progress, attempt).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Rejects a download that is known to be too long, or that can never be known to be complete.</summary>
    private void Check(CallState state, HttpResponseMessage response)
    {
        var length = response.Content.Headers.ContentLength;
        if (length > call?.MaxDownloadBytes)
        {
            throw TooLong(state, response);
        }

        if (
            length is null
            && response.Version.Major < 2
            && response.Headers.TransferEncodingChunked is not true
            && call is not { AllowUnknownLength: true }
        )
        {
            throw Refused(
                state,
                response,
                $"the server announces no length and ends the file by closing the connection, so its completeness is unknown. Set {nameof(CallOptions)}.{nameof(CallOptions.AllowUnknownLength)} to accept it, or {nameof(HttpClientHandler.AutomaticDecompression)} = None on the handler given to the client"
            );
        }
    }

    private KoreXoException TooLong(CallState state, HttpResponseMessage response) =>
        Refused(
            state,
            response,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the file is longer than {nameof(CallOptions)}.{nameof(CallOptions.MaxDownloadBytes)} ({call!.MaxDownloadBytes})"
            )
        );

    private static KoreXoException Refused(CallState state, HttpResponseMessage response, string what) =>
        new(
            ResponseErrors.Message(state, $"{StatusText.Format(response.StatusCode)}, but {what}"),
            state.Facts() with
            {
                Status = response.StatusCode,
                MayHaveBeenApplied = true,
            },
            innerException: null
        );

    private async Task<long> CopyAsync(
        CallState state,
        HttpResponseMessage response,
        DownloadTarget target,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var total = response.Content.Headers.ContentLength;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            long written = 0;
            while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                state.Attempt.Idle?.Restart();
                if (written + read > call?.MaxDownloadBytes)
                {
                    throw TooLong(state, response);
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                state.Attempt.Idle?.Restart();
                written += read;
                progress?.Report(new TransferProgress(written, total));
            }

            // .NET checks this too, but not behind a handler that replaces the content.
            if (total is not null && written != total)
            {
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{written} of {total} announced bytes were received."));
            }

            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            return written;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // As it was given, if possible: a signature in a link may cover its exact characters.
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

    // On Unix, a path with a leading slash is parsed as the path of a local file.
    private static bool IsPath(Uri link) => link.IsFile && link.OriginalString.StartsWith('/');
}
