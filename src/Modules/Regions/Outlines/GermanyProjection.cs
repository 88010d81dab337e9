namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Lambert azimuthal equal-area projection on a sphere of 6,371.0088 km, centred on 51.2° N 10.4° E; one unit is one kilometre,
/// x grows eastwards, y southwards as in SVG. Within Germany areas are exact and angles wrong by less than a third of a degree.
/// Formulas: Snyder, Map Projections: A Working Manual (USGS 1395), eq. 24-2 to 24-4.
/// </summary>
internal static class GermanyProjection
{
    private const double Radius = 6371.0088;
    private const double CentreLatitude = 51.2 * Math.PI / 180;
    private const double CentreLongitude = 10.4 * Math.PI / 180;
    private static readonly double _sinCentre = Math.Sin(CentreLatitude);
    private static readonly double _cosCentre = Math.Cos(CentreLatitude);

    /// <summary>Kilometres east and south of the centre.</summary>
    public static (double X, double Y) Project(double latitude, double longitude)
    {
        var (sin, cos) = Math.SinCos(latitude * Math.PI / 180);
        var (sinLon, cosLon) = Math.SinCos(longitude * Math.PI / 180 - CentreLongitude);
        var scale = Radius * Math.Sqrt(2 / (1 + _sinCentre * sin + _cosCentre * cos * cosLon));
        return (scale * cos * sinLon, -scale * (_cosCentre * sin - _sinCentre * cos * cosLon));
    }
}
