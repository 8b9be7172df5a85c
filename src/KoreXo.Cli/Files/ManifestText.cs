using System.Text;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Files;

/// <summary>Edits a manifest on disk; a byte order mark is kept if there is one.</summary>
internal static class ManifestText
{
    // Strict, because the whole file is written back: a lenient decoder would replace bytes that are not UTF-8, far from the edit.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a file if the edit changes its text.</summary>
    /// <returns>Whether the edit changes the text.</returns>
    /// <exception cref="CommandException">The file cannot be read or written.</exception>
    public static async Task<bool> EditAsync(string path, bool write, Func<string, string> edit, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            var text = Strict.GetString(bytes.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0));
            var changed = edit(text);
            if (changed == text)
            {
                return false;
            }

            if (write)
            {
                byte[] content = [.. hasMark ? Encoding.UTF8.Preamble : default, .. Strict.GetBytes(changed)];
                await WholeFile.WriteAsync(path, content, cancellationToken);
            }

            return true;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException or EncoderFallbackException)
        {
            throw new CommandException($"{path} cannot be changed: {FileProblem.Describe(path, exception)}", exception);
        }
    }
}
