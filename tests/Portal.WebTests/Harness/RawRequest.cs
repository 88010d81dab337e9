using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>Requests that no HTTP client would send, byte for byte.</summary>
internal static class RawRequest
{
    /// <summary>Sends the bytes of <paramref name="request"/> (Latin-1) and reads the answer up to the end of its connection.</summary>
    /// <returns>The status, or 0 when the server closed the connection without a word.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(Uri server, string request)
    {
        var ct = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = "";
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), ct);
            answer = await reader.ReadToEndAsync(ct);
        }
        catch (IOException)
        {
            // A server may hang up on what it will not read to the end.
        }

        return (answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0, answer);
    }

    /// <summary>A GET of a target as it is written, without any escaping.</summary>
    public static Task<(int Status, string Answer)> GetAsync(Uri server, string target, string headers = "") =>
        SendAsync(server, $"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n{headers}\r\n");
}
